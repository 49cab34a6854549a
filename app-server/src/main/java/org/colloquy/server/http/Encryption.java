package org.colloquy.server.http;

import io.helidon.common.tls.Tls;
import java.util.List;
import javax.net.ssl.SSLContext;

/// How a listener encrypts: with TLS 1.3 and nothing older.
final class Encryption {
  private static final String TLS_1_3 = "TLSv1.3";
  private static final String HTTP_1_1 = "http/1.1";

  private Encryption() {}

  static Tls with(SSLContext context) {
    var parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(new String[] {TLS_1_3});
    parameters.setApplicationProtocols(new String[] {HTTP_1_1});
    return Tls.builder()
        .sslContext(context)
        .sslParameters(parameters)
        .enabledProtocols(List.of(TLS_1_3))
        .applicationProtocols(List.of(HTTP_1_1))
        .build();
  }
}
