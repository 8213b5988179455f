print(readLine() ?? "")
