"""Signed calls to AWS, as cheap as they can be: decision 0012 says why not botocore's."""
