package org.colloquy.server.outbound;

import java.net.InetAddress;
import java.util.function.BiPredicate;
import org.colloquy.server.core.provider.Origin;

/// Ways out for tests.
public final class Ways {
  private Ways() {}

  /// Leads everywhere.
  public static WayOut anywhere() {
    return anywhere(NameService.SYSTEM);
  }

  /// Leads everywhere that these names lead.
  public static WayOut anywhere(NameService names) {
    return guard(names).to(new Reach.Named());
  }

  /// Leads as far as strangers may send us.
  public static WayOut web(NameService names) {
    var guard = guard(names);
    return guard.to(guard.publicWeb());
  }

  /// Leads to these addresses and ports.
  public static WayOut only(NameService names, BiPredicate<InetAddress, Integer> rule) {
    return guard(names)
        .to(
            new Reach() {
              @Override
              public boolean covers(Origin origin) {
                return true;
              }

              @Override
              public boolean covers(Origin origin, InetAddress address) {
                return rule.test(address, origin.port());
              }
            });
  }

  public static OutboundGuard guard(NameService names) {
    return new OutboundGuard(names, new PublicAddresses());
  }
}
