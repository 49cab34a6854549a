import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.jmdns.JmDNS;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.PairingLink;

/// Another computer on the network, for `tools/network/try`.
///
///     Neighbour listen                       prints what is announced: ADDRESS PORT NAME
///     Neighbour ask LINK TOKEN METHOD PATH [JSON]
///                                            prints the answer; the names in the certificate go to the error stream
///     Neighbour turn LINK TOKEN PATH JSON    prints the text of an answer, and comes back whenever the network is lost
///     Neighbour provide PORT                 is a model that says 40 words, two a second
final class Neighbour {
  private static final int WORDS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String END = "";

  private final URI server;
  private final String token;
  private final HttpClient http;

  private Neighbour(String link, String token) throws Exception {
    if (!(PairingLink.read(link) instanceof PairingLink.Read.Good(var pairing))) {
      throw new IllegalArgumentException("no pairing link: " + link);
    }
    server = pairing.server();
    this.token = token;
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(null, new TrustManager[] {new Pinned(pairing.authority())}, null);
    http = HttpClient.newBuilder().sslContext(context).connectTimeout(PATIENCE).build();
  }

  public static void main(String[] words) throws Exception {
    switch (words[0]) {
      case "listen" -> listen();
      case "provide" -> provide(Integer.parseInt(words[1]));
      case "ask" -> {
        var json = words.length > 5 ? words[5] : "";
        var answer =
            new Neighbour(words[1], words[2])
                .send(words[3], words[4], json, BodyHandlers.ofString());
        System.out.println(answer.body());
        System.exit(answer.statusCode() < 300 ? 0 : 1);
      }
      case "turn" -> {
        new Neighbour(words[1], words[2]).turn(words[3], words[4]);
        System.exit(0);
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static void listen() throws IOException {
    for (var card : NetworkInterface.networkInterfaces().toList()) {
      for (var address :
          card.inetAddresses()
              .filter(a -> !a.isLoopbackAddress() && a.getAddress().length == 4)
              .toList()) {
        try (var ear = JmDNS.create(address)) {
          for (var heard : ear.list("_colloquy._tcp.local.", PATIENCE.toMillis())) {
            System.out.println(
                heard.getInet4Addresses()[0].getHostAddress()
                    + " "
                    + heard.getPort()
                    + " "
                    + heard.getName());
          }
        }
      }
    }
  }

  private <T> HttpResponse<T> send(
      String method, String path, String json, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build();
    return http.send(request, handler);
  }

  /// Reads an answer to its end, whatever happens to the network meanwhile.
  private void turn(String path, String json) throws IOException, InterruptedException {
    var answer = send("POST", path, json, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }
    var id = answer.headers().firstValue("Colloquy-Turn").orElseThrow();
    var at = "0";
    while (true) {
      var lines = lines(answer);
      while (true) {
        var line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
          break;
        }
        if (!line.startsWith("{")) {
          continue;
        }
        at = field(line, "at", at);
        if (line.contains("\"event\":\"text\"")) {
          System.out.print(field(line, "text", ""));
          System.out.flush();
        }
        if (Pattern.matches("\\{\"event\":\"(finished|cancelled|failed)\".*", line)) {
          System.err.println(line);
          return;
        }
      }
      System.err.println("the network is lost at " + at);
      answer = again("/api/turns/" + id + "?after=" + at);
    }
  }

  private HttpResponse<java.io.InputStream> again(String path) throws InterruptedException {
    while (true) {
      try {
        var answer = send("GET", path, "", BodyHandlers.ofInputStream());
        System.err.println("the network is back: " + answer.statusCode());
        return answer;
      } catch (IOException e) {
        System.err.println("not yet: " + e);
        Thread.sleep(500);
      }
    }
  }

  private static LinkedBlockingQueue<String> lines(HttpResponse<java.io.InputStream> answer) {
    var lines = new LinkedBlockingQueue<String>();
    Thread.ofVirtual()
        .start(() -> {
          try (var reader =
              new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
              lines.add(line.isEmpty() ? " " : line);
            }
          } catch (IOException | UncheckedIOException _) {
            // The network is lost.
          }
          lines.add(END);
        });
    return lines;
  }

  private static String field(String json, String name, String usual) {
    var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
    return found.find() ? found.group(1) : usual;
  }

  private static void provide(int port) throws IOException {
    var provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    provider.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    provider.createContext(
        "/v1/models",
        exchange -> {
          var body = "{\"data\":[{\"id\":\"gpt-4o\"}]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    provider.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            for (int i = 1; i <= WORDS; i++) {
              out.write(
                  "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"w%d \"}}]}\n\n"
                      .formatted(i)
                      .getBytes(StandardCharsets.UTF_8));
              out.flush();
              Thread.sleep(500);
            }
            out.write(
                "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
                    .getBytes(StandardCharsets.UTF_8));
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    provider.start();
  }

  /// Trusts what the authority with this fingerprint certified, and nothing else.
  private record Pinned(Fingerprint authority) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      var root = chain[chain.length - 1];
      if (!Fingerprint.of(root.getPublicKey().getEncoded()).equals(authority)) {
        throw new CertificateException("another authority");
      }
      try {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", root);
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        ((X509TrustManager) factory.getTrustManagers()[0]).checkServerTrusted(chain, type);
        System.err.println(chain[0].getSubjectAlternativeNames());
      } catch (IOException | java.security.GeneralSecurityException e) {
        throw new CertificateException(e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
