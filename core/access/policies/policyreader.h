// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/json/value.h"

#include <QStringList>

#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tenantry::access {

/// Takes the members of a policy's JSON and collects what is wrong with them, by path. What is wrong is read as empty,
/// so that everything is found at once.
class Reader
{
public:
    enum Emptiness { NotEmpty, MayBeEmpty };

    std::vector<FieldError> problems;

    void problem(const QString &path, const QString &message) { problems.push_back({path, message}); }

    /// Whether it is an object; members other than these are problems.
    bool object(const json::Value &value, const QString &path, std::span<const std::string_view> members);
    bool object(const json::Value &value, const QString &path, std::initializer_list<std::string_view> members)
    {
        return object(value, path, std::span(members.begin(), members.size()));
    }
    /// The items of a list that is there, has one item at least and `most` at most, with their paths.
    std::vector<std::pair<const json::Value *, QString>> items(const json::Value &value, const QString &path, int most,
                                                               Emptiness emptiness = NotEmpty);

    /// 1 to 255 characters without control characters.
    QString text(const json::Value &value, const QString &path);
    /// The same, or nothing.
    QString optionalText(const json::Value &value, const QString &path);
    QStringList names(const json::Value &value, const QString &path, Emptiness emptiness = NotEmpty);
    /// A name, "*" or a name with ":*" behind it.
    QString pattern(const json::Value &value, const QString &path);
    QStringList patterns(const json::Value &value, const QString &path);
    /// False when it is not there.
    bool boolean(const json::Value &value, const QString &path);
};

} // namespace tenantry::access
