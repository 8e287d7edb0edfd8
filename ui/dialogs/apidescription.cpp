// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/apidescription.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// What is wrong with one text, as the field's schema has it; empty when nothing is.
QString problemOf(const json::Value &rule, const QString &text)
{
    const auto longest = rule["maxLength"].integer();
    const auto shortest = rule["minLength"].integer();
    const qsizetype length = text.toUcs4().size(); // characters, as the server counts
    if (shortest && length < *shortest)
        return length == 0 ? ApiDescription::tr("Type something here.")
                           : ApiDescription::tr("At least %n characters.", nullptr, int(*shortest));
    if (longest && length > *longest)
        return ApiDescription::tr("At most %n characters.", nullptr, int(*longest));
    const json::Array &words = rule["enum"].array();
    if (!words.empty() && std::ranges::none_of(words, [&](const json::Value &word) { return word.text() == text; }))
        return ApiDescription::tr("This is none of the possible values.");
    return {};
}

/// The member, without a copy of all that is in it.
json::Value taken(json::Value &from, std::string_view name)
{
    json::Value *member = from.isObject() ? from.object()->find(name) : nullptr;
    return member ? std::move(*member) : json::Value();
}

} // namespace

ApiDescription &ApiDescription::of(client::Api &api)
{
    auto *known = api.findChild<ApiDescription *>(QString(), Qt::FindDirectChildrenOnly);
    return known ? *known : *new ApiDescription(api);
}

ApiDescription::ApiDescription(client::Api &api)
    : QObject(&api)
{
    api.sendPlatform(client::Request::get(u"/api/schema/"_s)).then(this, [this](Result<json::Value> answer) {
        if (answer) {
            m_info = taken(*answer, "info");
            json::Value components = taken(*answer, "components");
            m_schemas = taken(components, "schemas");
        }
        if (isKnown())
            emit arrived();
        else
            deleteLater(); // the next form asks again
    });
}

std::vector<FieldError> ApiDescription::check(std::string_view schema, const json::Object &body) const
{
    std::vector<FieldError> errors;
    const json::Value &rules = m_schemas[schema];
    for (const json::Value &name : rules["required"].array()) {
        if (!body.contains(name.string()))
            errors.push_back({name.text(), tr("Type something here.")});
    }
    for (const auto &[name, value] : body) {
        const QString problem = value.isString() ? problemOf(rules["properties"][name], value.text()) : QString();
        if (!problem.isEmpty())
            errors.push_back({QString::fromStdString(name), problem});
    }
    return errors;
}

} // namespace tenantry::ui
