package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.Certificates;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class SharingWindowTest extends WindowTest {
  private static final URI ADDRESS = URI.create("https://192.168.1.5:8443");

  /// What a camera reads from the picture.
  private String read() {
    return onWindow(() -> {
      Node picture = lookup("#qrPicture").query();
      var image = picture.snapshot(null, null);
      var width = (int) image.getWidth();
      var height = (int) image.getHeight();
      var pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      var light = new RGBLuminanceSource(width, height, pixels);
      try {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
      } catch (ReaderException e) {
        return e.toString();
      }
    });
  }

  private void size(double width, double height) {
    interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
  }

  @Test
  void sharesTheServerAndInvitesSomebody() {
    until(() -> shows("#shared"));
    clickOn("#shared");
    untilSays("Nobody was invited.");
    interact(() -> Pictures.save(scene(), "sharing-off"));
    clickOn("#sharingOn");
    untilSays("Pairing link");
    until(() -> shows("#qrPicture"));
    assertThat(read()).isEqualTo(Certificates.link(ADDRESS, null));
    interact(() -> Pictures.save(scene(), "sharing-on"));

    clickOn("#invitationAdd");
    untilSays("Invitation for a member, good until");
    assertThat(read()).isEqualTo(Certificates.link(ADDRESS, "code-1"));
    clickOn("#sharingLinkLine .copy");
    assertThat(onWindow(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(Certificates.link(ADDRESS, "code-1"));
    interact(() -> Pictures.save(scene(), "sharing-invited"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    assertThat(read()).isEqualTo(Certificates.link(ADDRESS, "code-1"));
    interact(() -> Pictures.save(scene(), "sharing-invited-dark"));
    size(900, 600);
    interact(() -> Pictures.save(scene(), "sharing-small-dark"));
    size(1280, 800);

    push(KeyCode.ESCAPE);
    untilSays("Shared on the network as Colloquy");
    interact(() -> Pictures.save(scene(), "sharing-banner-dark"));
    clickOn("#shared");
    untilSays("Pairing link");
    assertThat(says("Invitation for a member")).isFalse();
    clickOn("#sharingOn");
    until(() -> !shows("#qrPicture"));
    push(KeyCode.ESCAPE);
    until(() -> !says("Shared on the network as"));
  }

  @Test
  void isFoundByItsNameOnlyByThoseWhoMay() {
    until(() -> shows("#shared"));
    push(KeyCode.CONTROL, KeyCode.K);
    write("share on");
    untilSays("Share on my network");
    push(KeyCode.ENTER);
    untilSays("Nobody was invited.");
    push(KeyCode.ESCAPE);
    server.account().sharing().refuse();
    interact(() -> wiring.shell().load());
    until(() -> !shows("#shared"));
    push(KeyCode.CONTROL, KeyCode.K);
    write("share on");
    until(() -> !says("Share on my network"));
  }
}
