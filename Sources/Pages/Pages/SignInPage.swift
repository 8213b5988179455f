/// `/sign-in`: where a token is given.
package struct SignInPage: Sendable {
    /// What every page knows.
    package var context: PageContext
    /// Why the last token was not taken, in one sentence.
    package var message: String?
    /// How one gets a token.
    package var help: String

    /// A page of its parts.
    package init(
        context: PageContext, message: String? = nil,
        help: String = "Whoever runs this judge gives you a token. It is a secret: whoever has it submits in your name."
    ) {
        self.context = context
        self.message = message
        self.help = help
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.signIn.render(["message": message, "csrf": context.csrf, "help": help])
        return Layout.page("Sign in", at: .signIn, context, main)
    }
}
