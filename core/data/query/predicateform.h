// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"
#include "core/data/table.h"

#include <optional>

/// What the parts of a predicate are where they stand against each other, on the rows of a table.
namespace tenantry::data::predicateform {

/// What values compare as: those of different forms are different, and in no order.
enum class Form { Null, Text, Integer, Decimal, Boolean, List, Time, Opaque };

Form formOf(const DataType &type);
Form formOf(const sql::Value &literal);
/// Of what is no document, of a table that has the columns.
Form formOf(const access::Predicate &operand, const Table &table);

bool isNumber(Form form);
/// Lists that hold what JSON and both engines spell alike.
bool canHold(const DataType &type);

/// Made of the row instead of being one of its columns: its size, its key ...
bool isDerived(access::Predicate::Kind kind);
/// The column that something is or is made of; nothing for a primary key of several.
std::optional<std::size_t> sourceOf(const access::Predicate &operand, const Table &table);
/// Whether the column has what is asked for, spelled alike on both engines.
bool canDerive(const access::Predicate &derived, const Table &table);

bool isOrdered(access::Predicate::Kind kind);
bool isMember(access::Predicate::Kind kind);
bool isComparison(access::Predicate::Kind kind);
bool isNullLiteral(const access::Predicate &operand);

} // namespace tenantry::data::predicateform
