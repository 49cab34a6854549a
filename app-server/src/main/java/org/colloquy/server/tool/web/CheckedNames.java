package org.colloquy.server.tool.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.DnsResolver;

/// Gives the HTTP client the addresses it may connect to. Since the client connects to these very
/// addresses and asks for nothing else, a name cannot mean one thing when it is checked and another
/// when it is used.
final class CheckedNames implements DnsResolver {
  private final NameService names;
  private final AddressRule rule;

  CheckedNames(NameService names, AddressRule rule) {
    this.names = names;
    this.rule = rule;
  }

  /// @throws RefusedAddressException when one of the host's addresses is not allowed
  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    var addresses = ask(host);
    if (!addresses.stream().allMatch(address -> rule.allows(address, port))) {
      throw new RefusedAddressException(host);
    }
    return addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  /// The client does not ask without a port; if it ever did, nothing could be checked.
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new RefusedAddressException(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /// Asks on a thread of its own, because a name service cannot be interrupted.
  private List<InetAddress> ask(String host) throws UnknownHostException {
    var question = new FutureTask<>(() -> names.addresses(host));
    Thread.ofVirtual().name("resolve").start(question);
    try {
      return question.get();
    } catch (ExecutionException e) {
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    var unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }
}
