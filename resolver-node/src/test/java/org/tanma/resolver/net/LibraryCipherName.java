// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.security.AlgorithmParameters;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.ShortBufferException;

/**
 * The JDK's RSA with PKCS 1 padding under the name by which the reference client asks for it, "RSA/EBC/PKCS1", which no JDK
 * has: what it takes for that library's sessions by RSA keys to work at all.
 */
public final class LibraryCipherName extends Provider implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    LibraryCipherName() {
        super("LibraryCipherName", "1", "RSA under another name");
        put("Cipher.RSA/EBC/PKCS1", Spi.class.getName());
        Security.addProvider(this);
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    /** Hands everything on. */
    public static final class Spi extends CipherSpi {
        private final Cipher cipher;

        public Spi() throws NoSuchAlgorithmException, NoSuchPaddingException {
            cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return cipher.getBlockSize();
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return cipher.getOutputSize(length);
        }

        @Override
        protected byte[] engineGetIV() {
            return cipher.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return cipher.getParameters();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
            cipher.init(mode, key);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException {
            cipher.init(mode, key);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException {
            cipher.init(mode, key);
        }

        @Override
        protected byte[] engineUpdate(byte[] in, int offset, int length) {
            return cipher.update(in, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int at) throws ShortBufferException {
            return cipher.update(in, offset, length, out, at);
        }

        @Override
        protected byte[] engineDoFinal(byte[] in, int offset, int length)
                throws IllegalBlockSizeException, BadPaddingException {
            return in == null ? cipher.doFinal() : cipher.doFinal(in, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int at)
                throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
            return cipher.doFinal(in, offset, length, out, at);
        }
    }
}
