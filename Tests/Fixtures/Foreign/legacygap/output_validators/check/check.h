#include <fstream>
#include <iostream>
#include <string>

inline int refuse(const std::string &folder, const std::string &reason) {
    std::ofstream(folder + "/judgemessage.txt") << reason << "\n";
    std::ofstream(folder + "/teammessage.txt") << "The number lies " << reason << ".\n";
    return 43;
}
