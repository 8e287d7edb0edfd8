// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/batchreference.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct Reference
{
    std::size_t operation = 0;
    QStringList steps;
};

bool isReference(const json::Value &value)
{
    return value.isObject() && value.object().size() == 1 && value.object().contains("$ref");
}

std::optional<Reference> parse(const json::Value &value)
{
    QStringList steps = value["$ref"].text().split(u'.');
    const QString first = steps.takeFirst();
    bool isNumber = false;
    const uint operation = first.mid(1).toUInt(&isNumber);
    if (!first.startsWith(u'#') || !isNumber)
        return std::nullopt;
    return Reference{operation, std::move(steps)};
}

const json::Value *step(const json::Value &value, const QString &name)
{
    if (value.isObject())
        return value.object().find(name.toStdString());
    bool isNumber = false;
    const uint position = name.toUInt(&isNumber);
    return isNumber && position < value.array().size() ? &value.array()[position] : nullptr;
}

QString below(const QString &path, std::string_view name)
{
    return path + u'.' + QString::fromUtf8(name.data(), qsizetype(name.size()));
}

/// Each member of an object made anew by `make` (value, path).
template<class Make>
Result<json::Value> ofMembers(const json::Object &object, const QString &path, const Make &make)
{
    json::Object made;
    for (const auto &[name, value] : object)
        made.append(name, TRY(make(value, below(path, name))));
    return json::Value(std::move(made));
}

template<class Make>
Result<json::Value> ofItems(const json::Array &array, const QString &path, const Make &make)
{
    json::Array made;
    for (std::size_t i = 0; i < array.size(); ++i)
        made.push_back(TRY(make(array[i], below(path, std::to_string(i)))));
    return json::Value(std::move(made));
}

} // namespace

Result<json::Value> replaceInRows(const json::Value &rows, const QString &path, const Replace &replace)
{
    const auto inField = [&](const json::Value &value, const QString &at) -> Result<json::Value> {
        return isReference(value) ? replace(value, at) : value;
    };
    if (rows.isArray()) {
        return ofItems(rows.array(), path, [&](const json::Value &row, const QString &at) -> Result<json::Value> {
            return row.isObject() ? ofMembers(row.object(), at, inField) : row;
        });
    }
    return rows.isObject() ? ofMembers(rows.object(), path, inField) : rows;
}

Result<json::Value> replaceAnywhere(const json::Value &value, const QString &path, const Replace &replace)
{
    if (isReference(value))
        return replace(value, path);
    const auto deeper = [&](const json::Value &part, const QString &at) { return replaceAnywhere(part, at, replace); };
    if (value.isArray())
        return ofItems(value.array(), path, deeper);
    return value.isObject() ? ofMembers(value.object(), path, deeper) : value;
}

Result<void> checkReference(const json::Value &reference, const QString &path, std::size_t operation)
{
    const std::optional<Reference> parsed = parse(reference);
    if (!parsed)
        return failure(Error::field(path, u"Expected a reference such as {\"$ref\": \"#0.id\"}."_s));
    if (parsed->operation >= operation)
        return failure(Error::field(path, u"A reference leads to an operation before its own."_s));
    return {};
}

Result<json::Value> lookUp(const json::Value &reference, const QString &path, const std::vector<json::Value> &answers)
{
    const std::optional<Reference> parsed = parse(reference);
    const json::Value *value = parsed ? &answers.at(parsed->operation) : nullptr;
    for (qsizetype i = 0; value && i < parsed->steps.size(); ++i)
        value = step(*value, parsed->steps[i]);
    if (value)
        return *value;
    return failure(Error::field(path, u"There is nothing at %1."_s.arg(reference["$ref"].text())));
}

} // namespace tenantry::data
