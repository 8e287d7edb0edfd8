// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace tenantry::data {

/// The opaque part of a row's strong entity tag (RFC 9110 section 8.8.3): a hash of the whole row as it is answered, so
/// the same on both engines. `row` is its JSON text with every column.
QByteArray rowTag(QByteArrayView row);

/// The tag of an answer that says more or less than the row (chosen fields, populated relations): the row's tag, a dot
/// and a hash of what is answered. A write that is bound to it is bound to the row.
QByteArray answerTag(const QByteArray &rowTag, QByteArrayView answer);

/// What `If-Match` or `If-None-Match` name.
struct RowTags
{
    bool any = false;             ///< "*": whatever is there
    std::vector<QByteArray> tags; ///< opaque parts of those that can match

    /// Whether the row with this tag is meant, by its own or an answer's tag.
    bool nameRow(const QByteArray &tag) const;
    bool contain(const QByteArray &tag) const;
};

} // namespace tenantry::data
