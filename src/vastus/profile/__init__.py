"""Draft → exercise: words become ids, steps and tips become typed, by plain rules; what no rule knows stays as it is."""
