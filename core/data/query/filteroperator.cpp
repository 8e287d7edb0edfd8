// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filteroperator.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

constexpr bool negated = true;

constexpr std::array table{
    FilterOperator{"eq", Operator::Equal, Operands::One},
    FilterOperator{"ne", Operator::NotEqual, Operands::One},
    FilterOperator{"lt", Operator::Less, Operands::One},
    FilterOperator{"lte", Operator::LessOrEqual, Operands::One},
    FilterOperator{"gt", Operator::Greater, Operands::One},
    FilterOperator{"gte", Operator::GreaterOrEqual, Operands::One},
    FilterOperator{"in", Operator::In, Operands::List},
    FilterOperator{"nin", Operator::In, Operands::List, negated},
    FilterOperator{"ina", Operator::InIgnoringCase, Operands::List},
    FilterOperator{"nina", Operator::InIgnoringCase, Operands::List, negated},
    FilterOperator{"between", Operator::Between, Operands::Two},
    FilterOperator{"nbetween", Operator::Between, Operands::Two, negated},
    FilterOperator{"null", Operator::IsNull, Operands::Flag},
    FilterOperator{"isnull", Operator::IsNull, Operands::Flag},
    FilterOperator{"nnull", Operator::IsNull, Operands::Flag, negated},
    FilterOperator{"contains", Operator::LikeIgnoringCase, Operands::Part},
    FilterOperator{"ncontains", Operator::LikeIgnoringCase, Operands::Part, negated},
    FilterOperator{"icontains", Operator::LikeIgnoringCase, Operands::Part},
    FilterOperator{"nicontains", Operator::LikeIgnoringCase, Operands::Part, negated},
    FilterOperator{"containss", Operator::Like, Operands::Part},
    FilterOperator{"ncontainss", Operator::Like, Operands::Part, negated},
    FilterOperator{"startswith", Operator::LikeIgnoringCase, Operands::Start},
    FilterOperator{"nstartswith", Operator::LikeIgnoringCase, Operands::Start, negated},
    FilterOperator{"istartswith", Operator::LikeIgnoringCase, Operands::Start},
    FilterOperator{"nistartswith", Operator::LikeIgnoringCase, Operands::Start, negated},
    FilterOperator{"startswiths", Operator::Like, Operands::Start},
    FilterOperator{"nstartswiths", Operator::Like, Operands::Start, negated},
    FilterOperator{"endswith", Operator::LikeIgnoringCase, Operands::End},
    FilterOperator{"nendswith", Operator::LikeIgnoringCase, Operands::End, negated},
    FilterOperator{"iendswith", Operator::LikeIgnoringCase, Operands::End},
    FilterOperator{"niendswith", Operator::LikeIgnoringCase, Operands::End, negated},
    FilterOperator{"endswiths", Operator::Like, Operands::End},
    FilterOperator{"nendswiths", Operator::Like, Operands::End, negated},
    FilterOperator{"like", Operator::Like, Operands::Pattern},
    FilterOperator{"ilike", Operator::LikeIgnoringCase, Operands::Pattern},
    FilterOperator{"acontains", Operator::Contains, Operands::Items},
    FilterOperator{"nacontains", Operator::Contains, Operands::Items, negated},
    FilterOperator{"acontainedby", Operator::ContainedBy, Operands::Items},
    FilterOperator{"nacontainedby", Operator::ContainedBy, Operands::Items, negated},
    FilterOperator{"aoverlap", Operator::Overlap, Operands::Items},
    FilterOperator{"naoverlap", Operator::Overlap, Operands::Items, negated},
    FilterOperator{"aelement", Operator::Contains, Operands::Element},
    FilterOperator{"naelement", Operator::Contains, Operands::Element, negated},
    FilterOperator{"contained_by", Operator::ContainedBy, Operands::Document},
    FilterOperator{"has_key", Operator::HasAnyKey, Operands::Key},
    FilterOperator{"has_any_keys", Operator::HasAnyKey, Operands::Keys},
    FilterOperator{"has_all_keys", Operator::HasAllKeys, Operands::Keys},
    FilterOperator{"rcontains", Operator::RangeContains, Operands::Range},
    FilterOperator{"rcontainedby", Operator::RangeWithin, Operands::Range},
    FilterOperator{"roverlaps", Operator::RangeOverlap, Operands::Range},
    FilterOperator{"radjacent", Operator::RangeAdjacent, Operands::Range},
    FilterOperator{"rstrictleft", Operator::RangeBefore, Operands::Range},
    FilterOperator{"rstrictright", Operator::RangeAfter, Operands::Range},
    FilterOperator{"descendants", Operator::Descendants, Operands::One},
    FilterOperator{"ancestors", Operator::Ancestors, Operands::One},
};

} // namespace

bool isCompound(Operands operands)
{
    switch (operands) {
    case Operands::Items:
    case Operands::Element:
    case Operands::Document:
    case Operands::Key:
    case Operands::Keys:
    case Operands::Range:
        return true;
    default:
        return false;
    }
}

bool needsOrder(Operator op)
{
    switch (op) {
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
    case Operator::Between:
        return true;
    default:
        return false;
    }
}

bool walksGraph(Operator op)
{
    return op == Operator::Descendants || op == Operator::Ancestors;
}

bool comparesTexts(Operator op)
{
    return op == Operator::Like || ignoresCase(op);
}

bool ignoresCase(Operator op)
{
    return op == Operator::LikeIgnoringCase || op == Operator::InIgnoringCase;
}

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
