// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QString>

#include <vector>

namespace tenantry::server {

/// What the hosted pages say, whoever's they are. All texts are plain and escaped here.
struct PageText
{
    QString title;   ///< "Sign in"
    QString place;   ///< whose page it is: the site's name
    QString message; ///< a sentence below the title; may be empty
    QString problem; ///< what went wrong; may be empty
};

/// Where a page leads on to, on this site.
struct PageLink
{
    QString text;
    QByteArray href;
};

/// What the form for the second factor sends besides the code.
struct CodeForm
{
    QByteArray action;  ///< where it is sent to
    QByteArray pending; ///< identity::PasswordOutcome::pending
    QByteArray csrfToken;
    QString redirectTo; ///< may be empty
};

/// What somebody is asked for.
struct PageField
{
    const char *name;
    QString label;
    const char *type;         ///< of the input: "email"
    const char *autocomplete; ///< what browsers may fill in: "new-password"
    QString value = {};
};

/// A form of fields, all of them required, and a button; sent to where it came from.
struct PageForm
{
    std::vector<PageField> fields = {};
    QString submit;
    QByteArray csrfToken = {};
    QString redirectTo = {};          ///< may be empty
    std::vector<PageLink> links = {}; ///< below it
};

/// What the sign-in form sends besides name and password, and what stands below it.
struct SignInForm
{
    QString login; ///< what was typed before
    QByteArray csrfToken;
    QString redirectTo;           ///< may be empty
    std::vector<PageLink> others; ///< other ways to sign in, and to be able to
};

/// A page without a form.
http::Response messagePage(const PageText &text, const PageLink &link, int status);
/// The page with name and password. `target`: the origin the browser goes on to, which the content policy has to allow
/// (browsers hold a form's redirects to it too); may be empty.
http::Response signInPage(const PageText &text, const SignInForm &form, const QByteArray &target, int status);
/// The page that asks for the code of a second factor; `target` as above.
http::Response codePage(const PageText &text, const CodeForm &form, const QByteArray &target, int status);

/// A page with that form.
http::Response formPage(const PageText &text, const PageForm &form, int status);

/// What whoever is invited has typed before.
struct InvitationForm
{
    bool withPassword = false; ///< of a new account, and its names
    QString firstName = {};
    QString lastName = {};
};

/// The page with the buttons to accept and decline; sent to where it came from.
http::Response invitationPage(const PageText &text, const InvitationForm &form, int status);

} // namespace tenantry::server
