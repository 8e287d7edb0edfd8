// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <cstdint>
#include <cstdlib>

using namespace tenantry;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

void mustReadAs(std::string_view text, const json::Value &expected)
{
    const Result<json::Value> read = json::read(text);
    if (!read || !(*read == expected))
        std::abort();
}

} // namespace

/// The reader of JSON bodies breaks on no text, and what it has read is read back from both ways of writing it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<json::Value> value = json::read({reinterpret_cast<const char *>(data), size});
    if (value) {
        mustReadAs(viewOf(json::write(*value)), *value);
        if (!json::read(json::canonical(*value)))
            std::abort();
    } else if (value.error().message.isEmpty()) {
        std::abort();
    }
    return 0;
}
