let number = Int(readLine()!)!
print(number + 5)
