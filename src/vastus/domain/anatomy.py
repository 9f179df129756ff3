"""Muscle groups as exercise pages print them, and the anatomical muscles behind them.

Labels, synonyms, members and their sources are rows in `reference/muscle_groups.csv` and `reference/muscles.csv`;
here stand only the ids, so that a wrong one cannot be built. Muscle ids follow Terminologia Anatomica.
"""

from enum import StrEnum


class MuscleGroup(StrEnum):
    """The 22 groups that exercise pages name; three of them are fascia, not muscle."""

    ABS = "abs"
    ABDUCTORS = "abductors"
    ADDUCTORS = "adductors"
    BICEPS = "biceps"
    CALVES = "calves"
    CHEST = "chest"
    FOREARMS = "forearms"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    HIP_FLEXORS = "hip_flexors"
    IT_BAND = "it_band"
    LATS = "lats"
    LOWER_BACK = "lower_back"
    NECK = "neck"
    OBLIQUES = "obliques"
    PALMAR_FASCIA = "palmar_fascia"
    PLANTAR_FASCIA = "plantar_fascia"
    QUADS = "quads"
    SHOULDERS = "shoulders"
    TRAPS = "traps"
    TRICEPS = "triceps"
    UPPER_BACK = "upper_back"


class Muscle(StrEnum):
    """Anatomical muscles, heads apart where exercises tell them apart."""

    # hip and thigh
    RECTUS_FEMORIS = "rectus_femoris"
    VASTUS_LATERALIS = "vastus_lateralis"
    VASTUS_MEDIALIS = "vastus_medialis"
    VASTUS_INTERMEDIUS = "vastus_intermedius"
    BICEPS_FEMORIS = "biceps_femoris"
    SEMITENDINOSUS = "semitendinosus"
    SEMIMEMBRANOSUS = "semimembranosus"
    GLUTEUS_MAXIMUS = "gluteus_maximus"
    GLUTEUS_MEDIUS = "gluteus_medius"
    GLUTEUS_MINIMUS = "gluteus_minimus"
    TENSOR_FASCIAE_LATAE = "tensor_fasciae_latae"
    PIRIFORMIS = "piriformis"
    ADDUCTOR_MAGNUS = "adductor_magnus"
    ADDUCTOR_LONGUS = "adductor_longus"
    ADDUCTOR_BREVIS = "adductor_brevis"
    GRACILIS = "gracilis"
    PECTINEUS = "pectineus"
    PSOAS_MAJOR = "psoas_major"
    ILIACUS = "iliacus"
    SARTORIUS = "sartorius"
    ILIOTIBIAL_TRACT = "iliotibial_tract"
    # leg and foot
    GASTROCNEMIUS_MEDIAL = "gastrocnemius_medial"
    GASTROCNEMIUS_LATERAL = "gastrocnemius_lateral"
    SOLEUS = "soleus"
    FIBULARIS_LONGUS = "fibularis_longus"
    TIBIALIS_ANTERIOR = "tibialis_anterior"
    TIBIALIS_POSTERIOR = "tibialis_posterior"
    PLANTAR_APONEUROSIS = "plantar_aponeurosis"
    # trunk
    RECTUS_ABDOMINIS = "rectus_abdominis"
    TRANSVERSUS_ABDOMINIS = "transversus_abdominis"
    EXTERNAL_OBLIQUE = "external_oblique"
    INTERNAL_OBLIQUE = "internal_oblique"
    ERECTOR_SPINAE = "erector_spinae"
    MULTIFIDUS = "multifidus"
    QUADRATUS_LUMBORUM = "quadratus_lumborum"
    # back, shoulder girdle
    LATISSIMUS_DORSI = "latissimus_dorsi"
    TRAPEZIUS_UPPER = "trapezius_upper"
    TRAPEZIUS_MIDDLE = "trapezius_middle"
    TRAPEZIUS_LOWER = "trapezius_lower"
    RHOMBOID_MAJOR = "rhomboid_major"
    RHOMBOID_MINOR = "rhomboid_minor"
    TERES_MAJOR = "teres_major"
    TERES_MINOR = "teres_minor"
    INFRASPINATUS = "infraspinatus"
    SUPRASPINATUS = "supraspinatus"
    SUBSCAPULARIS = "subscapularis"
    LEVATOR_SCAPULAE = "levator_scapulae"
    # chest and shoulder
    PECTORALIS_MAJOR_CLAVICULAR = "pectoralis_major_clavicular"
    PECTORALIS_MAJOR_STERNOCOSTAL = "pectoralis_major_sternocostal"
    PECTORALIS_MINOR = "pectoralis_minor"
    SERRATUS_ANTERIOR = "serratus_anterior"
    DELTOID_ANTERIOR = "deltoid_anterior"
    DELTOID_LATERAL = "deltoid_lateral"
    DELTOID_POSTERIOR = "deltoid_posterior"
    # arm and hand
    BICEPS_BRACHII = "biceps_brachii"
    BRACHIALIS = "brachialis"
    CORACOBRACHIALIS = "coracobrachialis"
    TRICEPS_BRACHII_LONG = "triceps_brachii_long"
    TRICEPS_BRACHII_LATERAL = "triceps_brachii_lateral"
    TRICEPS_BRACHII_MEDIAL = "triceps_brachii_medial"
    BRACHIORADIALIS = "brachioradialis"
    WRIST_FLEXORS = "wrist_flexors"
    WRIST_EXTENSORS = "wrist_extensors"
    FINGER_FLEXORS = "finger_flexors"
    PALMAR_APONEUROSIS = "palmar_aponeurosis"
    # neck
    STERNOCLEIDOMASTOID = "sternocleidomastoid"
    SCALENES = "scalenes"
    SPLENIUS_CAPITIS = "splenius_capitis"
    LONGUS_COLLI = "longus_colli"


class MuscleRole(StrEnum):
    """What a muscle does in an exercise."""

    AGONIST = "agonist"
    SYNERGIST = "synergist"
    STABILIZER = "stabilizer"
