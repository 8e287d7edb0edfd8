-- SPDX-FileCopyrightText: 2026 The Tenantry authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What wrk sends. Arguments: kind (health, row, page, insert, shape), path, token, number of rows, number of groups; of a
-- shape, whose path has {row} or {group} for a random number, also its method and the file with its body.

local kind, path, token, rows, groups, method, body
local headers = {}

function init(arguments)
    kind, path, token = arguments[1], arguments[2], arguments[3]
    rows, groups = tonumber(arguments[4]), tonumber(arguments[5])
    method = arguments[6]
    body = io.open(arguments[7]):read("*a")
    -- Each of wrk's threads has its own state; the address of a table tells them apart.
    math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000003)
    if token ~= "" then
        headers["Authorization"] = "Bearer " .. token
    end
    headers["Content-Type"] = "application/json"
end

local make = {
    health = function() return wrk.format("GET", path, headers) end,
    row = function() return wrk.format("GET", path .. math.random(rows) .. "/", headers) end,
    page = function()
        return wrk.format("GET", path .. "?page=1&page_size=50&group_no=" .. math.random(groups), headers)
    end,
    insert = function()
        local body = string.format(
            '{"group_no":%d,"title":"Inserted","code":"C-%d","price":"%d.50","weight":1.25,"active":true,' ..
            '"day":"2026-01-05","seen":"2026-01-05T09:00:00Z","note":"a note of some length, as people write them"}',
            groups + math.random(groups), math.random(1000000), math.random(1000))
        return wrk.format("POST", path, headers, body)
    end,
    shape = function()
        local filled = path:gsub("{row}", function() return math.random(rows) end)
        filled = filled:gsub("{group}", function() return math.random(groups) end)
        return wrk.format(method, filled, headers, body)
    end,
}

function request()
    return make[kind]()
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format('RESULT {"requests":%d,"microseconds":%d,"status":%d,"socket":%d,"p50":%d,"p99":%d}\n',
        summary.requests, summary.duration, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
end
