// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tabledraft.h"

#include "core/base/ids.h"
#include "core/data/table.h"
#include "core/data/tablename.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr qsizetype maxTitleLength = 255;

/// Keys beside the definition that are short for keys within it.
constexpr std::array shortcuts{"hierarchy", "search_fields"};

class Reader
{
public:
    Reader(const QString &appSlug, const json::Value &entry, DraftForm form, TableDraft &draft)
        : m_appSlug(appSlug)
        , m_entry(entry)
        , m_definitionKey(form == DraftForm::Table ? "json_schema" : "schema")
        , m_draft(draft)
    {
    }

    void read()
    {
        m_draft.definitionPath = m_draft.path / m_definitionKey;
        if (!m_entry.isObject()) {
            problem({}, u"must be an object"_s);
            return;
        }
        m_draft.definition = m_entry[m_definitionKey];
        readName();
        takeShortcuts();
        readProviderType();
        requireFormat();
        m_draft.title = text("title", maxTitleLength);
        m_draft.description = text("description", std::numeric_limits<qsizetype>::max());
        readProviderConfig();
        readAudit();
        readAssignee();
    }

private:
    void problem(std::string_view key, const QString &message)
    {
        m_draft.report.problem(key.empty() ? m_draft.path : m_draft.path / key, message);
    }

    void readName()
    {
        std::string_view written = m_entry["name"].string();
        for (const char *key : {"name", "title"}) {
            if (written.empty() && m_definitionKey == "schema")
                written = m_draft.definition[key].string();
        }
        m_draft.name = normalizedTableName(written);
        if (const auto reason = tableNameProblem(m_appSlug, m_draft.name))
            problem("name", *reason);
    }

    void takeShortcuts()
    {
        json::Object *definition = m_draft.definition.object();
        for (const char *key : shortcuts) {
            if (definition && !m_entry[key].isNull())
                definition->set(key, m_entry[key]);
        }
    }

    void readProviderType()
    {
        const json::Value &value = m_entry["provider_type"];
        if (value.isNull())
            return;
        m_draft.providerType = value.string();
        if (value.string() != "flat_table" && value.string() != documentProvider)
            problem("provider_type", u"must be 'flat_table' or 'jsonb'"_s);
    }

    void requireFormat()
    {
        const json::Value &value = m_entry["schema_format"];
        if (!value.isNull() && value.string() != "frictionless")
            problem("schema_format", u"must be 'frictionless'"_s);
    }

    std::optional<QString> text(std::string_view key, qsizetype maxLength)
    {
        const json::Value &value = m_entry[key];
        if (value.isNull())
            return std::nullopt;
        if (!value.isString() || value.text().size() > maxLength) {
            problem(key, u"must be a string of at most %1 characters"_s.arg(maxLength));
            return std::nullopt;
        }
        return value.text();
    }

    void readProviderConfig()
    {
        const json::Value &value = m_entry["provider_config"];
        if (value.isObject())
            m_draft.providerConfig = value;
        else if (!value.isNull())
            problem("provider_config", u"must be an object"_s);
    }

    void readAudit()
    {
        const json::Value &value = m_entry["audit_enabled"];
        if (value.isBool())
            m_draft.auditEnabled = value.boolean();
        else if (!value.isNull())
            problem("audit_enabled", u"must be true or false"_s);
    }

    void readAssignee()
    {
        if (!m_entry.object().contains("assigned_to"))
            return;
        const json::Value &value = m_entry["assigned_to"];
        if (value.isNull())
            m_draft.assignedTo = std::optional<QString>();
        else if (value.isString() && isUuid(value.text()))
            m_draft.assignedTo = value.text().toLower();
        else
            problem("assigned_to", u"must be the id of a user, or null"_s);
    }

    const QString &m_appSlug;
    const json::Value &m_entry;
    std::string_view m_definitionKey;
    TableDraft &m_draft;
};

} // namespace

TableDraft readTableDraft(const QString &appSlug, const json::Value &entry, DraftForm form, const JsonPath &path)
{
    TableDraft draft;
    draft.path = path;
    Reader(appSlug, entry, form, draft).read();
    return draft;
}

Result<std::vector<TableDraft>> readDataPackage(const QString &appSlug, const json::Value &package)
{
    const json::Value &resources = package["resources"];
    if (!resources.isArray() || resources.array().empty())
        return failure(Error::field(u"resources"_s, u"must be a list of at least one table"_s));
    std::vector<TableDraft> drafts;
    for (std::size_t i = 0; i < resources.array().size(); ++i)
        drafts.push_back(readTableDraft(appSlug, resources.at(i), DraftForm::Resource, JsonPath(u"resources"_s) / i));
    return drafts;
}

} // namespace tenantry::data
