extension Template {
    /// Signing in with a token.
    static let signInText = #"""
        <h1>Sign in</h1>
        {{#message}}
        <p class="notice bad" role="alert" id="sign-in-message">{{.}}</p>
        {{/message}}
        <form class="stack narrow" method="post" action="/sign-in">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <div class="field">
        <label for="token">Token</label>
        <input id="token" type="password" name="token" autocomplete="off" required="required" spellcheck="false"
        autocapitalize="off" aria-describedby="token-help"{{#message}} aria-invalid="true" aria-errormessage="sign-in-message"{{/message}}/>
        <p class="quiet" id="token-help">{{help}}</p>
        </div>
        <p><button type="submit">Sign in</button></p>
        </form>
        """#
}
