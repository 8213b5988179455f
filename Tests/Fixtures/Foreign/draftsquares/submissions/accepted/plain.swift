let number = Int(readLine()!)!
print(number * number)
