let number = Int32(readLine()!)!
print(number &* number)
