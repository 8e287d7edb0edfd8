// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least an HTTP server can do, as the yardstick of the benchmark: one thread, epoll, one fixed answer to whatever
// ends with an empty line. Prints the port it chose.

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>

namespace {

constexpr std::string_view answer = "HTTP/1.1 200 OK\r\n"
                                    "Content-Type: application/json\r\n"
                                    "Content-Length: 65\r\n"
                                    "\r\n"
                                    R"({"database":"ok","cache":"ok","celery":"ok","storage":"ok","x":1})";

int listenOnAFreePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, SOMAXCONN) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return -1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

void watch(int epoll, int descriptor)
{
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void acceptOne(int epoll, int listener)
{
    const int client = accept(listener, nullptr, nullptr);
    const int yes = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    watch(epoll, client);
}

/// Whether the connection is still open.
bool serve(int client, std::string &received)
{
    std::array<char, 4096> buffer;
    const ssize_t size = read(client, buffer.data(), buffer.size());
    if (size <= 0)
        return false;
    received.append(buffer.data(), static_cast<std::size_t>(size));
    if (!received.ends_with("\r\n\r\n"))
        return true;
    received.clear();
    return write(client, answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
}

} // namespace

int main()
{
    const int listener = listenOnAFreePort();
    if (listener < 0)
        return 1;
    const int epoll = epoll_create1(0);
    watch(epoll, listener);
    std::unordered_map<int, std::string> clients;
    std::array<epoll_event, 64> events;
    for (;;) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == listener) {
                acceptOne(epoll, listener);
            } else if (!serve(descriptor, clients[descriptor])) {
                clients.erase(descriptor);
                close(descriptor);
            }
        }
    }
}
