package org.colloquy.server.security.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Writes X.509 certificates. All keys are of the curve P-256.
final class Certificates {
  /// Clocks of others may be behind.
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;

  private final SecureRandom random;
  private final InstantSource clock;

  Certificates(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /// Who certifies.
  record Issuer(X509Certificate certificate, PrivateKey key) {}

  static KeyPair newKeys(SecureRandom random) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /// One that certifies itself, and servers directly.
  X509Certificate ofAuthority(String name, KeyPair keys, Duration lifetime)
      throws IOException, GeneralSecurityException {
    var subject = new X500Principal("CN=" + name);
    var builder = builder(subject, subject, keys.getPublic(), lifetime);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    return signed(builder, keys.getPrivate());
  }

  X509Certificate ofServer(ServerNames names, PublicKey key, Issuer issuer, Duration lifetime)
      throws IOException, GeneralSecurityException {
    var subject = new X500Principal("CN=Colloquy server");
    var authority = issuer.certificate();
    var builder = builder(authority.getSubjectX500Principal(), subject, key, lifetime);
    var ids = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        ids.createAuthorityKeyIdentifier(authority.getPublicKey()));
    return signed(builder, issuer.key());
  }

  private static GeneralNames alternatives(ServerNames names) {
    var all = new ArrayList<GeneralName>();
    names.names().stream()
        .sorted()
        .forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
    names.addresses().forEach(address -> all.add(name(address)));
    return new GeneralNames(all.toArray(GeneralName[]::new));
  }

  /// By its bytes: as a text, an address of IPv6 names the card it is of as well.
  private static GeneralName name(InetAddress address) {
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(address.getAddress()));
  }

  private X509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, PublicKey key, Duration lifetime) {
    var now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, random).setBit(0),
        Date.from(now.minus(BEFORE)),
        Date.from(now.plus(lifetime)),
        subject,
        key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
