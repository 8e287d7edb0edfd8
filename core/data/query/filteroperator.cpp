// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filteroperator.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

constexpr std::array table{
    FilterOperator{"eq", Operator::Equal, Operands::One},
    FilterOperator{"ne", Operator::NotEqual, Operands::One},
    FilterOperator{"lt", Operator::Less, Operands::One, true},
    FilterOperator{"lte", Operator::LessOrEqual, Operands::One, true},
    FilterOperator{"gt", Operator::Greater, Operands::One, true},
    FilterOperator{"gte", Operator::GreaterOrEqual, Operands::One, true},
    FilterOperator{"in", Operator::In, Operands::List},
    FilterOperator{"nin", Operator::NotIn, Operands::List},
    FilterOperator{"between", Operator::Between, Operands::Two, true},
    FilterOperator{"nbetween", Operator::NotBetween, Operands::Two, true},
    FilterOperator{"null", Operator::IsNull, Operands::Flag, false, Operator::IsNotNull},
    FilterOperator{"isnull", Operator::IsNull, Operands::Flag, false, Operator::IsNotNull},
    FilterOperator{"nnull", Operator::IsNotNull, Operands::Flag, false, Operator::IsNull},
};

} // namespace

std::span<const FilterOperator> filterOperators()
{
    return table;
}

const FilterOperator *filterOperator(std::string_view name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const FilterOperator &op) { return op.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace tenantry::data
