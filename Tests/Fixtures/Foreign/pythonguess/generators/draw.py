import random
import sys

random.seed(int(sys.argv[1]))
print(random.randrange(50, 1000))
