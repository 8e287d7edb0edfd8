// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/appdraft.h"

#include "core/base/slug.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::apps {

namespace {

constexpr qsizetype maxNameLength = 255;
constexpr qsizetype maxUrlLength = 2048;
constexpr qsizetype maxEmailLength = 254;

bool isColor(const QString &text)
{
    static const QRegularExpression pattern(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    return pattern.match(text).hasMatch();
}

bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+\\z"_s);
    return text.size() <= maxEmailLength && pattern.match(text).hasMatch();
}

bool isWebUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    return text.size() <= maxUrlLength && url.isValid() && isWeb && !url.host().isEmpty();
}

class SettingsReader
{
public:
    SettingsReader(AppSettings &settings, const json::Object &written, const QString &prefix)
        : m_settings(settings)
        , m_written(written)
        , m_prefix(prefix)
    {
    }

    std::vector<FieldError> read()
    {
        text("display_name", m_settings.displayName);
        text("category", m_settings.category);
        color("primary_color", m_settings.primaryColor);
        color("secondary_color", m_settings.secondaryColor);
        color("icon_background_color", m_settings.iconBackgroundColor);
        optional("documentation_url", m_settings.documentationUrl, isWebUrl, u"must be a web address, or null"_s);
        optional("support_email", m_settings.supportEmail, isEmail, u"must be an e-mail address, or null"_s);
        const auto never = [](const QString &) { return false; };
        optional("icon", m_settings.icon, never, u"can only be set to null; upload it as multipart field `icon`"_s);
        for (const char *key : {"default_frontend_worker_slug", "default_frontend_worker_url"})
            optional(key, m_settings.defaultFrontendWorkerSlug, never, u"names no frontend worker of this site"_s);
        return std::move(m_problems);
    }

private:
    void problem(const char *key, const QString &message)
    {
        m_problems.push_back({m_prefix + QLatin1StringView(key), message});
    }

    void text(const char *key, QString &target)
    {
        const json::Value *value = m_written.find(key);
        if (!value)
            return;
        const QString written = value->text().trimmed();
        if (!value->isString() || written.isEmpty() || written.size() > maxNameLength)
            problem(key, u"must be a string of 1 to %1 characters"_s.arg(maxNameLength));
        else
            target = written;
    }

    void color(const char *key, QString &target)
    {
        const json::Value *value = m_written.find(key);
        if (!value)
            return;
        if (!value->isString() || !isColor(value->text()))
            problem(key, u"must be a colour like #1976d2"_s);
        else
            target = value->text();
    }

    template<class IsAcceptable>
    void optional(const char *key, std::optional<QString> &target, IsAcceptable isAcceptable, const QString &message)
    {
        const json::Value *value = m_written.find(key);
        if (!value)
            return;
        if (value->isNull())
            target.reset();
        else if (!value->isString() || !isAcceptable(value->text()))
            problem(key, message);
        else
            target = value->text();
    }

    AppSettings &m_settings;
    const json::Object &m_written;
    const QString &m_prefix;
    std::vector<FieldError> m_problems;
};

class DraftReader
{
public:
    DraftReader(const json::Value &body, DraftPurpose purpose)
        : m_body(body)
        , m_purpose(purpose)
    {
    }

    Result<AppDraft> read()
    {
        AppDraft draft;
        draft.name = text("name");
        if (m_purpose == DraftPurpose::Create && !m_body.object().contains("name"))
            problem("name", u"give the app a name"_s);
        if (draft.name) {
            draft.name = draft.name->trimmed();
            if (draft.name->isEmpty() || draft.name->size() > maxNameLength)
                problem("name", u"must have 1 to %1 characters"_s.arg(maxNameLength));
        }
        draft.slug = text("slug");
        if (draft.slug && !isSlug(*draft.slug))
            problem("slug", u"use up to %1 lower-case letters, digits and '-', beginning with a letter or digit"_s.arg(
                                maxSlugLength));
        draft.description = text("description");
        const json::Value &active = m_body["is_active"];
        if (active.isBool())
            draft.active = active.boolean();
        else if (!active.isNull())
            problem("is_active", u"must be true or false"_s);
        readSettings(draft);
        if (!m_problems.empty())
            return failure(Error::invalid(std::move(m_problems)));
        return draft;
    }

private:
    void problem(const char *key, const QString &message) { m_problems.push_back({QString::fromLatin1(key), message}); }

    std::optional<QString> text(const char *key)
    {
        const json::Value *value = m_body.object().find(key);
        if (!value)
            return std::nullopt;
        if (value->isString())
            return value->text();
        problem(key, u"must be a string"_s);
        return std::nullopt;
    }

    /// Checked against the defaults: what is acceptable does not depend on what is there.
    void readSettings(AppDraft &draft)
    {
        const json::Value &settings = m_body["settings"];
        if (settings.isNull())
            return;
        if (!settings.isObject()) {
            problem("settings", u"must be an object"_s);
            return;
        }
        AppSettings scratch;
        const Result<void> applied = applySettings(scratch, settings.object(), u"settings."_s);
        if (!applied)
            m_problems.insert(m_problems.end(), applied.error().fields.begin(), applied.error().fields.end());
        draft.settings = settings.object();
    }

    const json::Value &m_body;
    DraftPurpose m_purpose;
    std::vector<FieldError> m_problems;
};

} // namespace

Result<AppDraft> readAppDraft(const json::Value &body, DraftPurpose purpose)
{
    return DraftReader(body, purpose).read();
}

Result<void> applySettings(AppSettings &settings, const json::Object &written, const QString &prefix)
{
    AppSettings changed = settings;
    std::vector<FieldError> problems = SettingsReader(changed, written, prefix).read();
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    settings = std::move(changed);
    return {};
}

} // namespace tenantry::apps
