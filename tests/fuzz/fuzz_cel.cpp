// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/evaluator.h"
#include "core/access/cel/resolver.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <cstdint>
#include <cstdlib>

using namespace tenantry;
using namespace tenantry::access;

namespace {

json::Value parsed(std::string_view text)
{
    return *json::read(text);
}

const json::Value principal =
    parsed(R"({"id": "u1", "roles": ["user"], "attr": {"region": "north", "tags": ["a", "b"], "n": 5}})");
const json::Value resource = parsed(R"({"kind": "datatable:orders", "id": "7", "attr": {"owner": "u1",
    "amount": 100.5, "exact": 0.1000000000000000000001, "nothing": null, "tags": ["x", "b"], "map": {"a": 1}}})");

} // namespace

/// Expressions of conditions break nothing, whatever their text: they are refused with a reason, or give a value or a
/// failure, in bounded time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<cel::Expression> expression = cel::compile({reinterpret_cast<const char *>(data), size});
    if (!expression) {
        if (expression.error().message.isEmpty() || expression.error().code != ErrorCode::Validation)
            std::abort();
        return 0;
    }
    const cel::Subject subject{&principal, &resource};
    cel::Evaluator evaluator(subject);
    const cel::Value value = evaluator.evaluate(*expression);
    if (value.failed() != !value.why().empty())
        std::abort();
    json::write(value.toJson());
    return 0;
}
