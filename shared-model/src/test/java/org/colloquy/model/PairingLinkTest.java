package org.colloquy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingLinkTest {
  private static final URI SERVER = URI.create("https://192.168.1.5:8443");
  private static final Fingerprint AUTHORITY = Fingerprint.of(bytes("a public key"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// An example of Syncthing's own, which counts the same way from a certificate.
  @Test
  void checkDigitsAreThoseThatSyncthingWrites() {
    assertThat(Fingerprint.read("P56IOI7-MZJNU2Y-IQGDREY-DM2MGTI-MGL3BXN-PQ6W5BM-TBBZ4TJ-XZWICQ2"))
        .isPresent();
  }

  @Test
  void isTheHashOfTheKeyInGroupsOfSeven() {
    assertThat(AUTHORITY.text()).matches("([A-Z2-7]{7}-){7}[A-Z2-7]{7}");
    assertThat(Fingerprint.of(bytes("a public key"))).isEqualTo(AUTHORITY);
    assertThat(Fingerprint.of(bytes("another key"))).isNotEqualTo(AUTHORITY);
  }

  @Test
  void isReadHoweverItWasCopied() {
    var text = AUTHORITY.text();
    assertThat(Fingerprint.read(" " + text.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
        .contains(AUTHORITY);
    assertThat(Fingerprint.read(text.replace("-", "").replace('O', '0').replace('I', '1')))
        .contains(AUTHORITY);
  }

  @Test
  void aSlipInAnyPlaceIsNoticed() {
    var text = AUTHORITY.text();
    for (var place = 0; place < text.length(); place++) {
      var digit = text.charAt(place);
      var other = digit == 'A' ? 'C' : 'A';
      var wrong = text.substring(0, place) + other + text.substring(place + 1);
      assertThat(Fingerprint.read(wrong)).as(wrong).isEmpty();
    }
    assertThat(Fingerprint.read("")).isEmpty();
    assertThat(Fingerprint.read(text.substring(1))).isEmpty();
    assertThatThrownBy(() -> new Fingerprint(text.replace("-", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLinkIsReadAsItWasWritten() {
    var plain = new PairingLink(SERVER, AUTHORITY, null);
    var inviting = new PairingLink(SERVER, AUTHORITY, "s3cret-Code_");
    assertThat(plain.text()).isEqualTo("https://192.168.1.5:8443#fp=" + AUTHORITY.text());
    assertThat(PairingLink.read(plain.text())).isEqualTo(new PairingLink.Read.Good(plain));
    assertThat(PairingLink.read(" " + inviting.text() + "\n"))
        .isEqualTo(new PairingLink.Read.Good(inviting));
    var six = new PairingLink(URI.create("https://[fe80::1]:8443"), AUTHORITY, null);
    assertThat(PairingLink.read(six.text())).isEqualTo(new PairingLink.Read.Good(six));
  }

  @Test
  void aWrongFingerprintIsToldFromWhatIsNoLink() {
    var text = new PairingLink(SERVER, AUTHORITY, null).text();
    assertThat(PairingLink.read(text.substring(0, text.length() - 1)))
        .isInstanceOf(PairingLink.Read.WrongFingerprint.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://192.168.1.5:8443",
        "https://192.168.1.5:8443#",
        "https://192.168.1.5:8443#c=code",
        "http://192.168.1.5:8443#fp=FP",
        "https://name:word@192.168.1.5:8443#fp=FP",
        "https://192.168.1.5:8443/there#fp=FP",
        "https://192.168.1.5:8443?x=1#fp=FP",
        "https:///#fp=FP",
        "mailto:somebody#fp=FP",
        "https://192.168.1.5:8443#fp=FP&c=two%20words",
        "%%%#fp=FP"
      })
  void nothingElseIsALink(String text) {
    assertThat(PairingLink.read(text.replace("FP", AUTHORITY.text())))
        .isInstanceOf(PairingLink.Read.Other.class);
  }

  @Test
  void theCodeIsNotInWhatMayBeLogged() {
    assertThat(new PairingLink(SERVER, AUTHORITY, "s3cret"))
        .hasToString("https://192.168.1.5:8443#fp=" + AUTHORITY.text());
  }
}
