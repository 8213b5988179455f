#include "check.h"

int main(int count, char **words) {
    // The flags of problem.yaml come after the three files.
    if (count != 6 || std::string(words[4]) != "closest" || std::string(words[5]) != "2") return 1;
    std::ifstream input(words[1]);
    long low, high, given;
    input >> low >> high;
    if (!(std::cin >> given) || given < low || given > high) return refuse(words[3], "outside the gap");
    return 42;
}
