// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/preferences/userpreferences.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

namespace tenantry::identity {

namespace {

Result<Preferences> load(sql::Session &session, const QString &userId)
{
    std::string widgetConfig;
    const auto found = TRY(session.first(
        "SELECT date_format, time_format, timezone, theme, widget_config FROM {user_preferences} WHERE user_id = $1",
        {userId}, [&](const sql::Cursor &row) {
            widgetConfig = row.text(4);
            return Preferences{row.string(0), row.string(1), row.string(2), row.string(3), {}};
        }));
    if (!found)
        return Preferences();
    Preferences preferences = *found;
    const json::Value config = TRY(json::read(widgetConfig));
    preferences.widgetConfig = config.object();
    return preferences;
}

/// Of two writes at once the later one goes on with what the earlier has written.
Result<void> ensureRow(sql::Transaction &transaction, const QString &userId, Micros now)
{
    const Preferences defaults;
    TRY(transaction.execute(
        "INSERT INTO {user_preferences} (user_id, date_format, time_format, timezone, theme, "
        "widget_config, updated_at) VALUES ($1, $2, $3, $4, $5, '{}', $6) "
        "ON CONFLICT (user_id) DO UPDATE SET updated_at = excluded.updated_at",
        {userId, defaults.dateFormat, defaults.timeFormat, defaults.timezone, defaults.theme, now}));
    return {};
}

Result<void> store(sql::Transaction &transaction, const QString &userId, const Preferences &preferences)
{
    QByteArray widgetConfig;
    json::Writer(widgetConfig).value(json::Value(preferences.widgetConfig));
    TRY(transaction.execute("UPDATE {user_preferences} SET date_format = $2, time_format = $3, timezone = $4, "
                            "theme = $5, widget_config = $6 WHERE user_id = $1",
                            {userId, preferences.dateFormat, preferences.timeFormat, preferences.timezone,
                             preferences.theme, widgetConfig}));
    return {};
}

} // namespace

Result<Preferences> UserPreferences::find(const Site &site, const SitePrincipal &who) const
{
    return site.read([&](sql::Session &session) { return load(session, who.id); });
}

Later<Preferences> UserPreferences::update(const Site &site, const SitePrincipal &who,
                                           const PreferencesChange &change) const
{
    TRY(checkPreferences(change));
    return site.write([id = who.id, change, now = m_clock.now()](sql::Transaction &transaction) -> Result<Preferences> {
        TRY(ensureRow(transaction, id, now));
        const Preferences before = TRY(load(transaction, id));
        const Preferences after = changed(before, change);
        TRY(store(transaction, id, after));
        return after;
    });
}

} // namespace tenantry::identity
