// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace tenantry::data {

/// A place in a JSON document, as field errors name it: "resources.0.schema.fields.2.type".
class JsonPath
{
public:
    explicit JsonPath(QString text = {})
        : m_text(std::move(text))
    {
    }

    JsonPath operator/(std::string_view key) const;
    JsonPath operator/(std::size_t index) const;
    const QString &text() const { return m_text; }

private:
    JsonPath below(const QString &step) const;

    QString m_text;
};

/// What is wrong with a definition and what is worth knowing about it, gathered so that all of it is told at once.
class DefinitionReport
{
public:
    void problem(const JsonPath &where, const QString &message) { m_problems.push_back({where.text(), message}); }
    void warning(const JsonPath &where, const QString &message);

    bool acceptable() const { return m_problems.empty(); }
    const std::vector<FieldError> &problems() const { return m_problems; }
    const QStringList &warnings() const { return m_warnings; }

private:
    std::vector<FieldError> m_problems;
    QStringList m_warnings;
};

} // namespace tenantry::data
