// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policyreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

constexpr int longestName = 255;
constexpr int mostNames = 100;

QString indexed(const QString &path, std::size_t index)
{
    return path + u'.' + QString::number(index);
}

} // namespace

bool Reader::object(const json::Value &value, const QString &path, std::span<const std::string_view> members)
{
    if (!value.isObject()) {
        problem(path, value.isNull() ? u"This is required."_s : u"Must be an object."_s);
        return false;
    }
    for (const auto &[name, member] : value.object()) {
        if (std::ranges::find(members, name) == members.end())
            problem(path + u'.' + QString::fromStdString(name), u"There is no such member here."_s);
    }
    return true;
}

std::vector<std::pair<const json::Value *, QString>> Reader::items(const json::Value &value, const QString &path,
                                                                   int most, Emptiness emptiness)
{
    std::vector<std::pair<const json::Value *, QString>> list;
    if (value.isNull() && emptiness == MayBeEmpty)
        return list;
    if (!value.isArray()) {
        problem(path, value.isNull() ? u"This is required."_s : u"Must be a list."_s);
        return list;
    }
    const json::Array &array = value.array();
    if (array.empty() && emptiness == NotEmpty)
        problem(path, u"Must not be empty."_s);
    if (array.size() > std::size_t(most)) {
        problem(path, u"Must have at most %1 items."_s.arg(most));
        return list;
    }
    for (std::size_t i = 0; i < array.size(); ++i)
        list.emplace_back(&array[i], indexed(path, i));
    return list;
}

QString Reader::text(const json::Value &value, const QString &path)
{
    QString text = value.text();
    const bool printable = std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (!value.isString())
        problem(path, value.isNull() ? u"This is required."_s : u"Must be a text."_s);
    else if (text.isEmpty() || text.size() > longestName || !printable)
        problem(path, u"Must have 1 to %1 printable characters."_s.arg(longestName));
    else
        return text;
    return {};
}

QString Reader::optionalText(const json::Value &value, const QString &path)
{
    return value.isNull() ? QString() : text(value, path);
}

QStringList Reader::names(const json::Value &value, const QString &path, Emptiness emptiness)
{
    QStringList names;
    for (const auto &[item, itemPath] : items(value, path, mostNames, emptiness))
        names.append(text(*item, itemPath));
    return names;
}

QString Reader::pattern(const json::Value &value, const QString &path)
{
    QString pattern = text(value, path);
    const QString name = pattern.endsWith(":*"_L1) ? pattern.chopped(2) : pattern;
    if (pattern != "*"_L1 && name.contains(u'*'))
        problem(path, u"'*' stands alone, or at the end behind a colon."_s);
    return pattern;
}

QStringList Reader::patterns(const json::Value &value, const QString &path)
{
    QStringList patterns;
    for (const auto &[item, itemPath] : items(value, path, mostNames))
        patterns.append(pattern(*item, itemPath));
    return patterns;
}

bool Reader::boolean(const json::Value &value, const QString &path)
{
    if (!value.isNull() && !value.isBool())
        problem(path, u"Must be true or false."_s);
    return value.boolean();
}

} // namespace tenantry::access
