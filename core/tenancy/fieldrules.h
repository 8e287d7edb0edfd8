// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <QString>

#include <optional>
#include <vector>

namespace tenantry {

/// Collects what is wrong with the fields of one request, so that all of it is told at once.
class FieldRules
{
public:
    void fail(const QString &field, const QString &message) { m_errors.push_back({field, message}); }

    /// Not blank, at most `maximum` characters.
    void name(const QString &field, const QString &value, int maximum);
    void oneOf(const QString &field, const std::optional<QString> &value, const QStringList &allowed);
    void object(const QString &field, const std::optional<json::Value> &value);
    void notNegative(const QString &field, std::optional<std::int64_t> value);

    bool ok() const { return m_errors.empty(); }
    /// All errors, or none.
    Result<void> result() const;

private:
    std::vector<FieldError> m_errors;
};

} // namespace tenantry
