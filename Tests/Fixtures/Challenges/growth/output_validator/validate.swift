import ChallengeKit

// Any integer will do: it is growth that is judged.
var check = OutputValidator()
_ = check.output.int("an integer")
check.accept()
