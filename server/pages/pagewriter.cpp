// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pagewriter.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr auto styles = R"css(
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas;
    color: CanvasText; }
main { box-sizing: border-box; width: min(24rem, 100%); padding: 2rem; }
h1 { margin: 0; font-size: 1.5rem; }
.place { margin: 0 0 1.5rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input, button { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; border-radius: .375rem; }
input { border: 1px solid GrayText; background: Field; color: FieldText; }
button { margin-top: 1.5rem; border: 0; background: #1f4f9c; color: #fff; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid #c26a00; outline-offset: 2px; }
.problem { margin: 1rem 0 0; padding: .6rem; border-left: 4px solid #b3261e; }
)css";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString paragraph(const char *attributes, const QString &text)
{
    return text.isEmpty() ? QString() : u"<p %1>%2</p>\n"_s.arg(QLatin1StringView(attributes), escaped(text));
}

QString linkHtml(const PageLink &link)
{
    return u"<p><a href=\"%1\">%2</a></p>\n"_s.arg(escaped(QString::fromLatin1(link.href)), escaped(link.text));
}

QString linksHtml(const std::vector<PageLink> &links)
{
    QString html;
    for (const PageLink &link : links)
        html += linkHtml(link);
    return html;
}

/// Where a form may go, and be sent on to.
QByteArray formTargets(const QByteArray &target)
{
    return target.isEmpty() ? QByteArray("'self'") : "'self' " + target;
}

/// The title comes first in both places, so that a tab and a screen reader say what the page is for.
http::Response page(const PageText &text, const QString &form, const QByteArray &targets, int status)
{
    const QString title = escaped(text.title);
    QString html = u"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s;
    html += u"<title>%1 - %2</title>\n<style>%3</style>\n</head>\n<body>\n<main>\n"_s.arg(title, escaped(text.place),
                                                                                          QLatin1StringView(styles));
    html += u"<h1>%1</h1>\n"_s.arg(title);
    html += paragraph("class=\"place\"", text.place);
    html += paragraph("class=\"problem\" role=\"alert\" id=\"problem\"", text.problem);
    html += paragraph("", text.message);
    html += form + u"</main>\n</body>\n</html>\n"_s;
    http::Response response;
    response.status = status;
    response.body = html.toUtf8();
    response.header("Content-Type", "text/html; charset=utf-8");
    response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                               "frame-ancestors 'none'; form-action " +
                                                   targets);
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Referrer-Policy", "no-referrer");
    return response;
}

} // namespace

http::Response messagePage(const PageText &text, const PageLink &link, int status)
{
    return page(text, linkHtml(link), "'none'", status);
}

http::Response signInPage(const PageText &text, const SignInForm &form, const QByteArray &target, int status)
{
    const QString described = text.problem.isEmpty() ? QString() : u" aria-describedby=\"problem\""_s;
    const QString html = uR"html(<form method="post">
<input type="hidden" name="csrf_token" value="%1">
<input type="hidden" name="redirect_to" value="%2">
<label for="login">E-mail address or user name</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required value="%3"%4>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required%4>
<button type="submit">Sign in</button>
</form>
)html"_s.arg(QString::fromLatin1(form.csrfToken), escaped(form.redirectTo), escaped(form.login), described);
    return page(text, html + linksHtml(form.others), formTargets(target), status);
}

http::Response codePage(const PageText &text, const CodeForm &form, const QByteArray &target, int status)
{
    const QString described = text.problem.isEmpty() ? QString() : u" aria-describedby=\"problem\""_s;
    const QString html = uR"html(<form method="post" action="%5">
<input type="hidden" name="csrf_token" value="%1">
<input type="hidden" name="redirect_to" value="%2">
<input type="hidden" name="pending" value="%3">
<label for="code">Code of your device, or a recovery code</label>
<input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required autofocus%4>
<button type="submit">Sign in</button>
</form>
)html"_s.arg(QString::fromLatin1(form.csrfToken), escaped(form.redirectTo), escaped(QString::fromLatin1(form.pending)),
             described, escaped(QString::fromLatin1(form.action)));
    return page(text, html, formTargets(target), status);
}

http::Response formPage(const PageText &text, const PageForm &form, int status)
{
    const QString described = text.problem.isEmpty() ? QString() : u" aria-describedby=\"problem\""_s;
    QString html = uR"html(<form method="post">
<input type="hidden" name="csrf_token" value="%1">
<input type="hidden" name="redirect_to" value="%2">
)html"_s.arg(QString::fromLatin1(form.csrfToken), escaped(form.redirectTo));
    for (const PageField &field : form.fields)
        html += uR"html(<label for="%1">%2</label>
<input id="%1" name="%1" type="%3" autocomplete="%4" autocapitalize="none" spellcheck="false" required value="%5"%6>
)html"_s.arg(QLatin1StringView(field.name), escaped(field.label), QLatin1StringView(field.type),
             QLatin1StringView(field.autocomplete), escaped(field.value), described);
    html += u"<button type=\"submit\">%1</button>\n</form>\n"_s.arg(escaped(form.submit)) + linksHtml(form.links);
    return page(text, html, "'self'", status);
}

http::Response invitationPage(const PageText &text, const InvitationForm &form, int status)
{
    const QString described = text.problem.isEmpty() ? QString() : u" aria-describedby=\"problem\""_s;
    const QString fields = uR"html(<label for="first_name">First name (optional)</label>
<input id="first_name" name="first_name" autocomplete="given-name" value="%1">
<label for="last_name">Last name (optional)</label>
<input id="last_name" name="last_name" autocomplete="family-name" value="%2">
<label for="password">Password for your new account</label>
<input id="password" name="password" type="password" autocomplete="new-password" required%3>
<label for="confirm_password">The password once more</label>
<input id="confirm_password" name="confirm_password" type="password" autocomplete="new-password" required%3>
)html"_s.arg(escaped(form.firstName), escaped(form.lastName), described);
    const QString html = uR"html(<form method="post">
%1<button type="submit" name="answer" value="accept">Accept</button>
<button type="submit" name="answer" value="decline" formnovalidate>Decline</button>
</form>
)html"_s.arg(form.withPassword ? fields : QString());
    return page(text, html, "'self'", status);
}

} // namespace tenantry::server
