import { useLingui } from "@lingui/react/macro";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

const ROOTS = ["CentralSystemRootCertificate", "ManufacturerRootCertificate"];

export function useCertificateForms(): CommandGroup {
  const { t } = useLingui();
  const { text, long, choice } = useFields();
  return {
    name: t`Certificates`,
    forms: [
      {
        action: "GetInstalledCertificateIds",
        name: t`List certificates`,
        about: t`Which root certificates are installed.`,
        fields: [choice("certificateType", t`Kind`, ROOTS)],
      },
      {
        action: "InstallCertificate",
        name: t`Install certificate`,
        about: t`Adds a root certificate.`,
        fields: [
          choice("certificateType", t`Kind`, ROOTS),
          long("certificate", t`Certificate (PEM)`, 5500),
        ],
      },
      {
        action: "DeleteCertificate",
        name: t`Delete certificate`,
        about: t`Removes a root certificate.`,
        fields: [
          choice("certificateHashData.hashAlgorithm", t`Hash algorithm`, [
            "SHA256",
            "SHA384",
            "SHA512",
          ]),
          text("certificateHashData.issuerNameHash", t`Hash of the issuer’s name`, 128),
          text("certificateHashData.issuerKeyHash", t`Hash of the issuer’s key`, 128),
          text("certificateHashData.serialNumber", t`Serial number`, 40),
        ],
        warning: () =>
          t`Without its root certificate the charger may not be able to connect again.`,
      },
      {
        action: "CertificateSigned",
        name: t`Hand over a certificate`,
        about: t`Gives the charger the client certificate that it asked for. Requests that this system signs are answered by themselves.`,
        fields: [
          long(
            "certificateChain",
            t`Certificate chain (PEM)`,
            10_000,
            t`The charger’s own certificate first, then those that signed it.`,
          ),
        ],
      },
    ],
  };
}
