import sys

wanted = int(open(sys.argv[2]).read())
try:
    given = int(sys.stdin.read())
except ValueError:
    open(sys.argv[3] + "/teammessage.txt", "w").write("That is no number.\n")
    sys.exit(43)
distance = abs(given - wanted)
if distance > 10:
    open(sys.argv[3] + "/teammessage.txt", "w").write("That is far away.\n")
    sys.exit(43)
if "near" in sys.argv[4:]:
    open(sys.argv[3] + "/score_multiplier.txt", "w").write(f"{1 - distance / 20}\n")
elif distance > 0:
    sys.exit(43)
sys.exit(42)
