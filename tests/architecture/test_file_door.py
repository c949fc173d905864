"""What template.yaml lets through to the files."""

from typing import Any, Final

from simulators.aws.intrinsics import Resolver, load_yaml
from tests.architecture.repository import ROOT

# CloudFront refuses larger functions.
LARGEST_FUNCTION_BYTES: Final = 10 * 1024
CACHING_DISABLED: Final = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
DOCUMENT: Final = load_yaml((ROOT / "template.yaml").read_text(encoding="utf-8"))
RESOLVER: Final = Resolver(DOCUMENT, {"FilesSecret": "s" * 128})


def properties(name: str) -> Any:
    return RESOLVER.resolve(DOCUMENT["Resources"][name]["Properties"])


def test_no_bucket_is_public_and_each_is_kept_with_the_stack_gone() -> None:
    buckets = {
        name: resource
        for name, resource in DOCUMENT["Resources"].items()
        if resource["Type"] == "AWS::S3::Bucket"
    }
    assert "FilesBucket" in buckets
    for resource in buckets.values():
        assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"
        assert set(resource["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}


def test_files_are_encrypted_and_what_is_passing_ends() -> None:
    bucket = properties("FilesBucket")
    (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    rules = bucket["LifecycleConfiguration"]["Rules"]
    ending = {one["Prefix"]: one["ExpirationInDays"] for one in rules if "Prefix" in one}
    assert ending == {"uploads/": 90, "exports/": 7}
    assert any("AbortIncompleteMultipartUpload" in one for one in rules)


def test_only_the_distribution_reaches_the_files_and_writes_no_exports() -> None:
    statements = properties("FilesBucketPolicy")["PolicyDocument"]["Statement"]
    allowed = {one["Action"]: one["Resource"] for one in statements}
    assert allowed == {
        "s3:GetObject": "arn:aws:s3:::FilesBucket/*",
        "s3:PutObject": [
            "arn:aws:s3:::FilesBucket/firmware/*",
            "arn:aws:s3:::FilesBucket/uploads/*",
        ],
    }
    for one in statements:
        assert one["Principal"] == {"Service": "cloudfront.amazonaws.com"}
        source = one["Condition"]["StringEquals"]["AWS:SourceArn"]
        assert source.endswith(":distribution/FilesDistribution")


def test_every_request_is_checked_and_nothing_of_the_sender_reaches_the_bucket() -> None:
    distribution = properties("FilesDistribution")["DistributionConfig"]
    behaviour = distribution["DefaultCacheBehavior"]
    assert "CacheBehaviors" not in distribution
    (association,) = behaviour["FunctionAssociations"]
    assert association["EventType"] == "viewer-request"
    assert association["FunctionARN"].startswith("FilePassFunction.")
    assert behaviour["ViewerProtocolPolicy"] == "https-only"
    assert behaviour["CachePolicyId"] == CACHING_DISABLED
    assert "OriginRequestPolicyId" not in behaviour
    (origin,) = distribution["Origins"]
    assert origin["OriginAccessControlId"].startswith("FilesAccess.")


def test_what_a_charger_sent_is_saved_and_never_shown() -> None:
    headers = properties("FilesHeaders")["ResponseHeadersPolicyConfig"]
    own = {one["Header"]: one["Value"] for one in headers["CustomHeadersConfig"]["Items"]}
    assert own["content-disposition"] == "attachment"
    policy = headers["SecurityHeadersConfig"]["ContentSecurityPolicy"]
    assert policy["ContentSecurityPolicy"] == "default-src 'none'; sandbox"


def test_the_check_is_small_enough_for_cloudfront() -> None:
    code = properties("FilePassFunction")["FunctionCode"]
    assert "s" * 128 in code
    assert len(code.encode()) < LARGEST_FUNCTION_BYTES


def test_only_functions_of_operators_sign() -> None:
    holders = {
        name
        for name, resource in DOCUMENT["Resources"].items()
        if resource["Type"] == "AWS::Serverless::Function"
        and "FILES_SECRET" in resource["Properties"]["Environment"]["Variables"]
    }
    assert holders <= {"AdminApiFunction", "ExportWriteFunction"}
