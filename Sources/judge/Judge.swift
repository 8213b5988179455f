import JudgeCommands

@main
struct Judge {
    static func main() async {
        await JudgeCommand.run()
    }
}
