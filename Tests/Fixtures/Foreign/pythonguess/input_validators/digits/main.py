import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from shape import is_number

sys.exit(42 if is_number(sys.stdin.read()) else 43)
