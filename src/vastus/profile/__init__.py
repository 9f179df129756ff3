"""Draft → exercise: words become ids, steps and tips become typed, by plain rules; what none knows stays."""
