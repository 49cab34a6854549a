package org.colloquy.server;

import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.http.RequestWatch;
import org.colloquy.server.metrics.Metrics;
import org.colloquy.server.outbound.OutboundGuard;
import org.colloquy.server.security.vault.MasterKeys;
import org.colloquy.server.security.vault.Vault;
import org.colloquy.server.sharing.NetworkListener;

/// What a start goes on with when the core is there.
record Parts(
    Core core,
    Stores stores,
    FileContents files,
    MasterKeys masters,
    Vault vault,
    OutboundGuard guard,
    Metrics metrics,
    RequestWatch requests,
    NetworkListener network,
    TimeOrderedIds ids,
    Switchboard switchboard,
    Exclusive exclusive) {}
