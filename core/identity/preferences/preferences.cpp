// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/preferences/preferences.h"

#include "core/base/takegiven.h"
#include "core/json/writer.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

/// Names of the time zone database only, which clients know too; no offsets or rules.
bool isTimeZone(const QString &name)
{
    const bool plain = std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"_-+/").contains(c);
    });
    if (!plain || name.isEmpty() || name.size() > 64)
        return false;
    static const QList<QByteArray> known = QTimeZone::availableTimeZoneIds();
    return !name.startsWith("UTC+"_L1) && !name.startsWith("UTC-"_L1) && known.contains(name.toLatin1());
}

QByteArray textOf(const json::Object &object)
{
    QByteArray text;
    json::Writer(text).value(json::Value(object));
    return text;
}

} // namespace

Result<void> checkPreferences(const PreferencesChange &change)
{
    std::vector<FieldError> problems;
    const auto checkChoice = [&](const QString &field, const std::optional<QString> &value,
                                 const QStringList &choices) {
        if (value && !choices.contains(*value))
            problems.push_back({field, u"Must be one of: %1."_s.arg(choices.join(u", "_s))});
    };
    checkChoice(u"date_format"_s, change.dateFormat,
                {u"YYYY-MM-DD"_s, u"DD/MM/YYYY"_s, u"MM/DD/YYYY"_s, u"DD-MMM-YYYY"_s});
    checkChoice(u"time_format"_s, change.timeFormat, {u"24h"_s, u"12h"_s});
    checkChoice(u"theme"_s, change.theme, {u"light"_s, u"dark"_s});
    if (change.timezone && !isTimeZone(*change.timezone))
        problems.push_back({u"timezone"_s, u"Must be the name of a time zone, such as Europe/Berlin."_s});
    if (change.widgetConfig && textOf(*change.widgetConfig).size() > PreferencesChange::maxWidgetConfig)
        problems.push_back(
            {u"widget_config"_s, u"Must have at most %1 bytes."_s.arg(PreferencesChange::maxWidgetConfig)});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Preferences changed(Preferences preferences, const PreferencesChange &change)
{
    takeGiven(change.dateFormat, preferences.dateFormat);
    takeGiven(change.timeFormat, preferences.timeFormat);
    takeGiven(change.timezone, preferences.timezone);
    takeGiven(change.theme, preferences.theme);
    takeGiven(change.widgetConfig, preferences.widgetConfig);
    return preferences;
}

json::Value toJson(const Preferences &preferences)
{
    json::Object object;
    object.set("date_format", preferences.dateFormat);
    object.set("time_format", preferences.timeFormat);
    object.set("timezone", preferences.timezone);
    object.set("theme", preferences.theme);
    object.set("widget_config", preferences.widgetConfig);
    return object;
}

} // namespace tenantry::identity
