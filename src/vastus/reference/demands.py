"""What people call that which an exercise asks of the body; each label is also read where a demand is asked for."""

from collections.abc import Mapping

from vastus.domain.exercise import Demand

DEMAND_LABELS: Mapping[Demand, str] = {
    Demand.KNEE_FLEXION_DEEP: "deep knee bend",
    Demand.HIP_FLEXION_DEEP: "deep hip bend",
    Demand.OVERHEAD: "arms overhead",
    Demand.SPINAL_LOAD: "load on the spine",
    Demand.SPINAL_FLEXION: "bending the spine",
    Demand.SPINAL_ROTATION: "twisting the spine",
    Demand.GRIP: "grip",
    Demand.WRIST_EXTENSION: "bent-back wrists",
    Demand.IMPACT: "impact",
    Demand.BALANCE: "balance",
    Demand.KNEELING: "kneeling",
    Demand.SUPINE: "lying face up",
    Demand.PRONE: "lying face down",
    Demand.BREATH_HOLDING: "holding the breath",
    Demand.RUNNING_ROOM: "room to run",
}
