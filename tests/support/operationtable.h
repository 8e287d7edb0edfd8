// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <array>
#include <map>
#include <vector>

namespace tenantry::test {

/// The five who call every operation, in the order of the table's columns.
enum class Caller {
    Nobody,       ///< no credential
    Stranger,     ///< one that is good, elsewhere
    Expired,      ///< one of who has the right, which was good
    Unprivileged, ///< somebody who is at home there and lacks the right
    Entitled,     ///< somebody who has it
};
inline constexpr std::array allCallers{Caller::Nobody, Caller::Stranger, Caller::Expired, Caller::Unprivileged,
                                       Caller::Entitled};
const char *nameOf(Caller caller);

/// A request as the table writes it down: variables and objects to be made stand in it unresolved.
struct TableRequest
{
    QByteArray method;
    QByteArray target;
    std::map<QByteArray, QByteArray> words; ///< `name=value`; a bare word has an empty value
    QByteArray body;
    int line = 0;

    bool has(const char *word) const { return words.contains(word); }
    QByteArray word(const char *name, const QByteArray &otherwise = {}) const;
};

/// One operation of the OpenAPI document, and what it answers to whom.
struct Operation : TableRequest
{
    std::array<int, allCallers.size()> statuses{};

    int status(Caller caller) const { return statuses[std::size_t(caller)]; }
    QByteArray name() const { return method + ' ' + target; }
    bool isSafe() const { return method == "GET"; }
};

/// Something that is made before the operations are called.
struct Preparation : TableRequest
{
    QByteArray realm; ///< "platform", "shop", "rival", or "site" for both sites
};

/// What stands for a parameter of a path.
struct Stand
{
    QByteArray own;     ///< exists wherever the operation is called
    QByteArray theirs;  ///< exists in `shop` alone, if not empty
    QByteArray missing; ///< exists nowhere, and looks like `theirs`
};

/// tests/end_to_end/operations.txt, read; its head says what stands in it.
struct OperationTable
{
    std::map<QByteArray, Stand> stands; ///< by the parameter's name, or the path up to it
    std::vector<Preparation> preparations;
    std::map<QByteArray, Preparation> recipes; ///< of objects made for one operation; by name
    std::vector<TableRequest> crossings;       ///< requests that name things of another site in the query or the body
    std::vector<Operation> operations;

    /// The error names the line.
    static Result<OperationTable> parse(const QByteArray &text);
    /// The table of the source tree; ends the test program when it cannot be read.
    static OperationTable ofTree();
};

} // namespace tenantry::test
